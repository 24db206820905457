import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { isFlinging, watchPace } from "./scroll-pace";

const SCREEN = 900;
const page = Object.assign(new EventTarget(), { scrollY: 0, innerHeight: SCREEN });
let stop: () => void;

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.stubGlobal("window", page);
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

beforeEach(() => {
  stop = watchPace();
});

afterEach(() => {
  stop();
  vi.advanceTimersByTime(1_000);
});

/** Scrolls evenly, at 60 frames a second. */
function scroll(screensASecond: number, ms: number): void {
  for (let passed = 0; passed < ms; passed += 1000 / 60) {
    vi.advanceTimersByTime(1000 / 60);
    page.scrollY += (SCREEN * screensASecond) / 60;
    page.dispatchEvent(new Event("scroll"));
  }
}

test("a hand that reads does not fling, and one that hurries does", () => {
  scroll(1.5, 500);
  expect(isFlinging()).toBe(false);
  scroll(5, 500);
  expect(isFlinging()).toBe(true);
});

test("a fling is over once it has slowed down, or rests", () => {
  scroll(5, 500);
  scroll(1, 200);
  expect(isFlinging()).toBe(false);
  scroll(5, 500);
  vi.advanceTimersByTime(200);
  expect(isFlinging()).toBe(false);
});

test("a jump to elsewhere is none", () => {
  scroll(1, 200);
  vi.advanceTimersByTime(500);
  page.scrollY += SCREEN * 40;
  page.dispatchEvent(new Event("scroll"));
  expect(isFlinging()).toBe(false);
});
