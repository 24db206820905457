import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "../passwords";
import type { Settings } from "../settings";

const off = {
  enabled: false,
  required: false,
  used_for_first_factor: false,
  first_factors: [] as string[],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [] as string[],
  verify_at_sign_up: false,
  immutable: false,
};
const optional = { ...off, enabled: true };
const required = { ...optional, required: true };

/**
 * What the components read first: how this instance is set up. E-mail and password, optional names, no social
 * accounts, organizations or billing. `origin` is the app's.
 */
export function environmentJson(settings: Settings, origin: string) {
  return {
    auth_config: authConfig,
    display_config: displayConfig(origin),
    user_settings: userSettings(settings),
    organization_settings: organizationSettings,
    commerce_settings: {
      billing: {
        stripe_publishable_key: null,
        organization: { enabled: false, has_paid_plans: false },
        user: { enabled: false, has_paid_plans: false },
      },
    },
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: {},
    maintenance_mode: false,
    client_debug_mode: false,
    partitioned_cookies: false,
  };
}

const authConfig = {
  object: "auth_config",
  id: "aconf_local",
  single_session_mode: true,
  claimed_at: null,
  reverification: false,
  native_settings: {
    object: "native_settings",
    api_enabled: false,
    trusted_device_sign_in_enabled: false,
    trusted_device_enrollment_prompt_after_sign_in_enabled: false,
    trusted_device_enrollment_prompt_after_sign_up_enabled: false,
  },
  first_name: "on",
  last_name: "on",
  email_address: "required",
  phone_number: "off",
  username: "off",
  password: "required",
  identification_requirements: [["email_address"], []],
  identification_strategies: ["email_address"],
  first_factors: ["email_code", "password", "reset_password_email_code", "ticket"],
  second_factors: [],
  email_address_verification_strategies: ["email_code"],
  enhanced_email_deliverability: false,
  test_mode: true,
  url_based_session_syncing: true,
};

function displayConfig(origin: string) {
  return {
    object: "display_config",
    id: "display_config_local",
    // Only a production instance works without cookies of its own host, and shows no development notice.
    instance_environment_type: "production",
    application_name: "Likeness",
    branded: false,
    show_devmode_warning: false,
    home_url: origin,
    sign_in_url: `${origin}/sign-in`,
    sign_up_url: `${origin}/sign-up`,
    user_profile_url: `${origin}/user`,
    waitlist_url: "",
    after_join_waitlist_url: "",
    oauth_consent_url: "",
    after_sign_in_url: origin,
    after_sign_up_url: origin,
    after_sign_out_all_url: origin,
    after_sign_out_one_url: origin,
    after_switch_session_url: origin,
    organization_profile_url: "",
    create_organization_url: "",
    after_leave_organization_url: "",
    after_create_organization_url: "",
    logo_link_url: origin,
    help_url: null,
    logo_url: null,
    favicon_url: null,
    logo_image: null,
    favicon_image: null,
    logo_image_url: "",
    favicon_image_url: "",
    support_email: "",
    terms_url: "",
    privacy_policy_url: "",
    preferred_sign_in_strategy: "password",
    captcha_public_key: null,
    captcha_widget_type: null,
    captcha_public_key_invisible: null,
    captcha_provider: null,
    captcha_oauth_bypass: [],
    captcha_heartbeat: false,
    experimental_force_oauth_first: false,
    clerk_js_version: "6",
    google_one_tap_client_id: null,
    theme: {
      buttons: { font_color: "#ffffff", font_family: "sans-serif", font_weight: "600" },
      general: {
        color: "#6c47ff",
        padding: "1em",
        box_shadow: "none",
        font_color: "#151515",
        font_family: "sans-serif",
        border_radius: "0.5em",
        background_color: "#ffffff",
        label_font_weight: "600",
      },
      accounts: { background_color: "#f2f2f2" },
    },
  };
}

function userSettings({ verifyEmail }: Settings) {
  return {
    attributes: {
      email_address: {
        ...required,
        used_for_first_factor: true,
        first_factors: ["email_code"],
        verifications: ["email_code"],
        verify_at_sign_up: verifyEmail,
        // A user keeps the one address they signed up with, so the profile offers no other.
        immutable: true,
      },
      password: required,
      first_name: optional,
      last_name: optional,
      username: off,
      phone_number: off,
      web3_wallet: off,
      authenticator_app: off,
      backup_code: off,
      passkey: off,
      ticket: optional,
    },
    social: {},
    saml: { enabled: false },
    enterprise_sso: { enabled: false, self_serve_sso: false },
    sign_in: { second_factor: { required: false } },
    sign_up: {
      progressive: true,
      captcha_enabled: false,
      captcha_widget_type: "smart",
      mode: "public",
      legal_consent_enabled: false,
      custom_action_required: false,
    },
    restrictions: {
      allowlist: { enabled: false },
      blocklist: { enabled: false },
      allowlist_blocklist_disabled_on_sign_in: { enabled: false },
      block_email_subaddresses: { enabled: false },
      block_disposable_email_domains: { enabled: false },
    },
    password_settings: {
      allowed_special_characters: "",
      // Asking haveibeenpwned.com needs the internet.
      disable_hibp: true,
      enforce_hibp_on_sign_in: false,
      disable_password_reverification: false,
      min_length: PASSWORD_MIN_LENGTH,
      max_length: PASSWORD_MAX_LENGTH,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false, satisfies_second_factor: false },
    username_settings: {
      min_length: 4,
      max_length: 64,
      allow_extended_special_characters: false,
      allow_numeric_usernames: false,
    },
    attack_protection: {
      user_lockout: { enabled: false, max_attempts: 100, duration_in_minutes: 60 },
      pii: { enabled: false },
      email_link: { require_same_client: false },
      enumeration_protection: { enabled: false },
    },
    actions: { delete_self: true, create_organization: false, create_organizations_limit: null },
  };
}

const organizationSettings = {
  enabled: false,
  max_allowed_memberships: 5,
  creator_role: "org:admin",
  actions: { admin_delete: true },
  domains: { enabled: false, enrollment_modes: [], default_role: "org:member" },
  slug: { disabled: true },
};
