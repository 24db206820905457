import type { VariantProps } from "class-variance-authority";
import { cloneElement, isValidElement } from "react";
import type { ComponentProps } from "react";

import { cn } from "../cn";
import { buttonVariants } from "./button-variants";
import { Spinner } from "./spinner";

interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonVariants> {
  /** Gives the look and the attributes to the single child instead: `<Button asChild><Link …/></Button>`; its own come first. */
  asChild?: boolean;
  /** Shows a spinner and ignores presses; the words stay, so the width does too. */
  pending?: boolean;
}

/** A button in one of five voices; `type="button"` unless told otherwise, so it never submits by accident. */
export function Button(props: ButtonProps) {
  const { className, variant, size, asChild = false, pending = false, disabled, children, ...rest } = props;
  const classes = cn(buttonVariants({ variant, size }), className);
  const shared = { "data-slot": "button", "data-variant": variant ?? "primary", className: classes };

  if (asChild) {
    if (!isValidElement<{ className?: string }>(children)) return null;
    const { props: own } = children;
    return cloneElement(children, { ...shared, ...rest, ...own, className: cn(classes, own.className) });
  }
  return (
    <button
      type="button"
      {...shared}
      {...rest}
      disabled={disabled === true || pending}
      aria-busy={pending || undefined}
    >
      {pending && <Spinner label="" />}
      {children}
    </button>
  );
}
