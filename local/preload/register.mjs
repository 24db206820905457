/**
 * What every process of the local set loads first (`NODE_OPTIONS=--import …/register.mjs`): it refuses outgoing
 * requests and ends with its launcher. Plain JavaScript without packages, because Next's own processes and workers
 * load it too, without tsx, on any Node from 20 on.
 */
import "./exit-with-launcher.mjs";
import "./refuse-outgoing.mjs";
