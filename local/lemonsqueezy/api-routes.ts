import { setTimeout as sleep } from "node:timers/promises";
import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { ApiError, describeError } from "./api-error";
import { listOffers } from "./catalog";
import { changeRoutes } from "./change-routes";
import type { Context } from "./context";
import { listPage } from "./list-page";
import {
  describePrice,
  describeProduct,
  describeStore,
  describeUser,
  describeVariant,
} from "./resources/describe-catalog";
import {
  describeCheckout,
  describeCustomer,
  describeInvoice,
  describeOrder,
  describeSubscription,
} from "./resources/describe-sale";
import { documentOf } from "./resources/resource";
import type { Resource } from "./resources/resource";

interface Collection {
  all: () => Resource[];
  /** The attributes that `filter[…]` may name. */
  filters: readonly string[];
}

/** The JSON:API under `/v1`, behind the key. Faults on "api": status, delay, garbage, hang. */
export function apiRoutes(context: Context): Hono {
  const { records } = context;
  const collections: Record<string, Collection> = {
    stores: { all: () => [describeStore()], filters: [] },
    products: { all: () => listOffers().map(describeProduct), filters: ["store_id"] },
    variants: { all: () => listOffers().map(describeVariant), filters: ["product_id", "status"] },
    prices: { all: () => listOffers().map(describePrice), filters: ["variant_id"] },
    customers: {
      all: () => records.customers.list().map((each) => describeCustomer(context, each)),
      filters: ["store_id", "email"],
    },
    checkouts: {
      all: () => records.checkouts.list().map((each) => describeCheckout(context, each)),
      filters: ["store_id", "variant_id"],
    },
    orders: {
      all: () => records.orders.list().map((each) => describeOrder(context, each)),
      filters: ["store_id", "user_email"],
    },
    subscriptions: {
      all: () => records.subscriptions.list().map((each) => describeSubscription(context, each)),
      filters: [
        ...["store_id", "order_id", "order_item_id", "product_id", "variant_id", "user_email", "status"],
      ],
    },
    "subscription-invoices": {
      all: () => records.invoices.list().map((each) => describeInvoice(context, each)),
      filters: ["store_id", "status", "refunded", "subscription_id"],
    },
  };

  const routes = new Hono();
  routes.use(misbehaving(context));
  routes.use(async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${context.apiKey}`) {
      throw new ApiError(401, "Unauthenticated.");
    }
    await next();
  });
  routes.get("/users/me", (c) => c.json({ ...documentOf(describeUser()), meta: { test_mode: true } }));
  routes.route("/", changeRoutes(context));
  routes.get("/:type", (c) => {
    const collection = collections[c.req.param("type")];
    if (!collection) throw notFound();
    return c.json(listPage(new URL(c.req.url), collection.all(), collection.filters));
  });
  routes.get("/:type/:id", (c) => {
    const found = collections[c.req.param("type")]?.all().find(({ id }) => id === c.req.param("id"));
    if (!found) throw notFound();
    return c.json(documentOf(found));
  });
  return routes;
}

function notFound(): ApiError {
  return new ApiError(404, "The requested resource does not exist.");
}

function misbehaving({ control }: Context): MiddlewareHandler {
  return async (c, next) => {
    const fault = control.take("api");
    if (fault?.kind === "delay") await sleep(fault.ms);
    if (fault?.kind === "hang") await new Promise(() => undefined);
    if (fault?.kind === "garbage") return c.text("<html>Bad gateway</html>", 200);
    if (fault?.kind === "status") {
      const { status } = fault;
      return Response.json(describeError(status, "It fails on purpose."), { status });
    }
    await next();
    return undefined;
  };
}
