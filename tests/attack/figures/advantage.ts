import { appendFileSync } from "node:fs";
import { expect, it } from "vitest";
import { seededBytes } from "./seeded-bytes.ts";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";

/** Whether attacks are run whole, or as a part of the tests. */
const whole = process.env.PROOF !== undefined;
const RUNS = whole ? 10_000 : 200;
/** Through the database a run takes a release, not a millisecond. */
const RUNS_IN_DATABASE = whole ? 100 : 12;

/** One run: the household did something or didn't, the attacker sees what there is to see and says which. */
export type Game = (did: boolean, random: RandomBytes, run: number) => boolean;

export type Measured = { runs: number; advantage: number; from: number; to: number };

/**
 * How much better than by a coin an attacker guesses: the chance of "did" where it did, less that where it didn't. Which of both it
 * is, is drawn for every run, so that right guesses are binomial and the advantage is 2p − 1; `from` and `to` are the exact
 * 95 % interval of Clopper and Pearson (1934) around it.
 */
export function measure(name: string, game: Game, runs: number): Measured {
  const random = seededBytes(name);
  let right = 0;
  for (let run = 0; run < runs; run += 1) {
    const did = (random(1)[0]! & 1) === 1;
    if (game(did, random, run) === did) right += 1;
  }
  return measured(right, runs);
}

function measured(right: number, runs: number): Measured {
  const [low, high] = clopperPearson(right, runs, 0.05);
  return { runs, advantage: (2 * right) / runs - 1, from: 2 * low - 1, to: 2 * high - 1 };
}

/** The chances for which as many right guesses, or more, and as many or fewer, are each as rare as `beyond` / 2. */
export function clopperPearson(right: number, runs: number, beyond: number): [low: number, high: number] {
  const logs = [0];
  for (let n = 1; n <= runs; n += 1) logs.push(logs[n - 1]! + Math.log(n));
  const tail = (p: number, from: number, to: number) => {
    let sum = 0;
    for (let k = from; k <= to; k += 1) sum += Math.exp(logs[runs]! - logs[k]! - logs[runs - k]! + k * Math.log(p) + (runs - k) * Math.log1p(-p));
    return sum;
  };
  const where = (tooLow: (p: number) => boolean) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (tooLow(middle)) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return [right === 0 ? 0 : where((p) => tail(p, right, runs) < beyond / 2), right === runs ? 1 : where((p) => tail(p, 0, right) > beyond / 2)];
}

/** The most that so many answers at ε = 1/2, each with noise of its own, give to who knows all the rest: exactly. */
export function most(answers: number): number {
  // Each tells "did" with chance e^½ / (1 + e^½) if it did; the best guess is what most of them tell.
  const p = Math.exp(0.5) / (1 + Math.exp(0.5));
  let difference = 0;
  let choose = 1;
  for (let k = 0; k <= answers; k += 1) {
    difference += Math.abs(choose * (p ** k * (1 - p) ** (answers - k) - (1 - p) ** k * p ** (answers - k)));
    choose = (choose * (answers - k)) / (k + 1);
  }
  return difference / 2;
}

function say(line: string): void {
  if (process.env.ATTACK_LINES) appendFileSync(process.env.ATTACK_LINES, `${line}\n`);
  else if (whole) console.log(line);
}

function told({ runs, advantage, from, to }: Measured): string {
  return `${runs} runs, advantage ${advantage.toFixed(3)} (95 %: ${from.toFixed(3)} to ${to.toFixed(3)})`;
}

/** An attack on the engine: holds while the lower bound of the advantage is no higher than the limit. @param why what the limit is of, where it isn't one cell or six */
export function holds(name: string, limit: number, game: Game, why = ""): void {
  it(name, { timeout: whole ? 1_800_000 : 30_000 }, () => {
    const found = measure(name, game, RUNS);
    say(`${found.from <= limit ? "held" : "LET THROUGH"}  ${name} (figures): ${told(found)}, at most ${limit.toFixed(3)}${why ? `; ${why}` : ""}`);
    expect(found.from).toBeLessThanOrEqual(limit);
    // An attack that learns less than by a coin has its guesses the wrong way around.
    expect(found.to).toBeGreaterThan(0);
  });
}

/** A run through the database. */
export type DatabaseGame = (did: boolean, random: RandomBytes, run: number) => Promise<boolean>;

async function play(name: string, game: DatabaseGame, runs: number): Promise<Measured> {
  const random = seededBytes(name);
  let right = 0;
  for (let run = 0; run < runs; run += 1) {
    const did = (random(1)[0]! & 1) === 1;
    if ((await game(did, random, run)) === did) right += 1;
  }
  return measured(right, runs);
}

/** An attack on the whole of it: households in tables, the job, two moderators, and what a reader is given. See `holds`. */
export function holdsInDatabase(name: string, limit: number, game: DatabaseGame): void {
  it(name, { timeout: whole ? 900_000 : 120_000 }, async () => {
    const found = await play(name, game, RUNS_IN_DATABASE);
    say(`${found.from <= limit ? "held" : "LET THROUGH"}  ${name} (figures, through the database): ${told(found)}, at most ${limit.toFixed(3)}`);
    expect(found.from).toBeLessThanOrEqual(limit);
    expect(found.to).toBeGreaterThan(0);
  });
}

/** See `bites`. */
export function bitesInDatabase(name: string, least: number, game: DatabaseGame): void {
  it(name, { timeout: whole ? 900_000 : 120_000 }, async () => {
    const found = await play(name, game, Math.max(20, RUNS_IN_DATABASE));
    say(`${found.from >= least ? "bites" : "NO BITE"} ${name} (figures, through the database): ${told(found)}, at least ${least.toFixed(3)}`);
    expect(found.from).toBeGreaterThanOrEqual(least);
  });
}

/** The same attack on a way of publishing that does not protect: shows that it would have been noticed. @param least of the lower bound */
export function bites(name: string, least: number, game: Game): void {
  it(name, { timeout: whole ? 1_800_000 : 30_000 }, () => {
    const found = measure(name, game, whole ? 1_000 : RUNS);
    say(`${found.from >= least ? "bites" : "NO BITE"} ${name} (figures): ${told(found)}, at least ${least.toFixed(3)}`);
    expect(found.from).toBeGreaterThanOrEqual(least);
  });
}
