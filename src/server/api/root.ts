import type { inferRouterOutputs } from "@trpc/server";

import { accountRouter } from "./routers/account";
import { adminRouter } from "./routers/admin";
import { billingRouter } from "./routers/billing";
import { generationsRouter } from "./routers/generations";
import { modelsRouter } from "./routers/models";
import { picturesRouter } from "./routers/pictures";
import { privacyRouter } from "./routers/privacy";
import { sharesRouter } from "./routers/shares";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  account: accountRouter,
  admin: adminRouter,
  billing: billingRouter,
  models: modelsRouter,
  generations: generationsRouter,
  pictures: picturesRouter,
  shares: sharesRouter,
  privacy: privacyRouter,
});

export type AppRouter = typeof appRouter;
/** What each procedure answers, for components' props. */
export type ApiOutputs = inferRouterOutputs<AppRouter>;

export const createCaller = createCallerFactory(appRouter);
