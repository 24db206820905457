import { CircleGauge, Images, UserRound, WandSparkles } from "lucide-react";

/** The signed-in product's places, in the order people use them. */
export const navigation = [
  { href: "/studio", label: "Studio", icon: WandSparkles },
  { href: "/gallery", label: "Gallery", icon: Images },
  { href: "/models", label: "Models", icon: UserRound },
  { href: "/plan", label: "Plan", icon: CircleGauge },
] as const;

/** Whether `href` is the place that `pathname` is in. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
