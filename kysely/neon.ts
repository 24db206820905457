import { neonConfig } from "@neondatabase/serverless";

/** Points the driver at a local front that speaks Neon's protocols, when there is one. */
export function configureNeon(localProxy: string | undefined): void {
  if (!localProxy) return;
  neonConfig.wsProxy = () => `${localProxy}/v2`;
  neonConfig.fetchEndpoint = () => `http://${localProxy}/sql`;
  neonConfig.useSecureWebSocket = false;
  // The driver can only pipeline a clear-text password; the local Postgres asks for SCRAM.
  neonConfig.pipelineConnect = false;
}
