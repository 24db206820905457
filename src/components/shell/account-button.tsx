"use client";

import { useLoadedLater } from "../use-loaded";

const loadMenu = () => import("./account-menu");

/** The account menu. It loads after the page, with the part of Clerk that keeps the session fresh; its place is kept. */
export function AccountButton() {
  const menu = useLoadedLater(loadMenu);
  return (
    <div className="grid size-9 place-items-center rounded-full bg-secondary">
      {menu && <menu.AccountMenu />}
    </div>
  );
}
