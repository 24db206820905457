/**
 * What every process of the local set loads first (`NODE_OPTIONS=--import …/register.mjs`): it refuses outgoing
 * requests, redirects what an SDK would send to a vendor that is played, and ends with its launcher. Plain JavaScript without packages, because Next's own processes and workers
 * load it too, without tsx, on any Node from 20 on.
 */
import "./exit-with-launcher.mjs";
import "./refuse-outgoing.mjs";
import { redirectFixedOrigins } from "./redirect-fixed-origins.mjs";

// After the refusals, so that it comes before them: what is redirected does not leave this machine.
redirectFixedOrigins(process.env.LOCAL_LEMONSQUEEZY_PORT);
