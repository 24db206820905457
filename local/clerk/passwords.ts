import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

import { formError } from "./errors";

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Clerk's defaults: "password_settings" of its environment, bcrypt's 72 bytes being the ceiling. */
export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 72;

/** What is stored in a password's place: `salt:key`, both in hex. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 32);
  return `${salt.toString("hex")}:${key.toString("hex")}`;
}

/** Whether `password` is the one `stored` was made from; false when there is none. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [salt, key] = stored?.split(":") ?? [];
  if (!salt || !key) return false;
  const expected = Buffer.from(key, "hex");
  return timingSafeEqual(await derive(password, Buffer.from(salt, "hex"), expected.length), expected);
}

/**
 * Refuses a password Clerk would refuse.
 *
 * @throws ClerkError 422 on `paramName`.
 */
export function requireGoodPassword(password: string, paramName: string): void {
  if (password.length < PASSWORD_MIN_LENGTH) {
    throw formError(
      "form_password_length_too_short",
      paramName,
      `Passwords must be ${String(PASSWORD_MIN_LENGTH)} characters or more.`,
    );
  }
  if (password.length > PASSWORD_MAX_LENGTH) {
    throw formError(
      "form_password_length_too_long",
      paramName,
      `Passwords must be ${String(PASSWORD_MAX_LENGTH)} characters or fewer.`,
    );
  }
}
