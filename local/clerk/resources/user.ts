import type { Instance } from "../instance";
import type { UserRecord } from "../state";
import { codeVerification } from "./verification";

/** A user as the browser may see them: without private metadata. `origin` is the app's. */
export function userJson(instance: Instance, user: UserRecord, origin: string) {
  return {
    id: user.id,
    object: "user",
    external_id: user.externalId,
    username: null,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: null,
    image_url: imageUrl(instance, user, origin),
    has_image: user.image !== null,
    primary_email_address_id: user.emailId,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: user.passwordHash !== null,
    password_last_updated_at: user.passwordUpdatedAt,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    legal_accepted_at: null,
    email_addresses: [emailAddressJson(user)],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    organization_memberships: [],
    public_metadata: user.publicMetadata,
    unsafe_metadata: user.unsafeMetadata,
    last_sign_in_at: user.lastSignInAt,
    last_active_at: user.lastActiveAt,
    banned: false,
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 100,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    delete_self_enabled: true,
    create_organization_enabled: false,
    create_organizations_limit: 0,
  };
}

/** A user as a server that holds the secret key may see them, and as webhooks carry them. */
export function backendUserJson(instance: Instance, user: UserRecord) {
  const json = userJson(instance, user, instance.settings.appOrigin);
  return { ...json, private_metadata: user.privateMetadata };
}

/** What others may see of a user. */
export function publicUserJson(instance: Instance, user: UserRecord, origin: string) {
  return { ...userDataJson(instance, user, origin), identifier: user.email, user_id: user.id };
}

/** What a sign-in shows of the user it is for. */
export function userDataJson(instance: Instance, user: UserRecord, origin: string) {
  return {
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: imageUrl(instance, user, origin),
    has_image: user.image !== null,
  };
}

function emailAddressJson(user: UserRecord) {
  return {
    id: user.emailId,
    object: "email_address",
    email_address: user.email,
    reserved: false,
    verification: codeVerification("verified"),
    linked_to: [],
    matches_sso_connection: false,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

function imageUrl({ settings }: Instance, user: UserRecord, origin: string): string {
  const base = `${origin}${settings.proxyPath}`;
  if (user.image !== null) return `${base}/images/${user.image}`;
  const letter = (user.firstName ?? user.email).charAt(0).toUpperCase();
  return `${base}/avatar.svg?c=${encodeURIComponent(letter)}`;
}
