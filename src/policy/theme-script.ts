/**
 * Sets the theme before the first paint, as next-themes would with its own script, whose text differs between builds: this one
 * is allowed by its hash, on pages that are built ahead and on those that are rendered.
 */
export const themeScript = `try{var t=localStorage.getItem("theme")||"system",d=document.documentElement;if(t==="system")t=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";if(t==="dark"||t==="light"){d.classList.add(t);d.style.colorScheme=t}}catch{}`;
