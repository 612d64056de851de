import type { Taken } from '../measurement.ts';
import { measured } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { breed, herdTail } from '../support/herd.ts';
import { pgbench, stepScript } from '../support/pgbench.ts';
import { race } from '../support/rounds.ts';
import { asOwner, formToken, openSession, startSite, type Site } from '../support/site.ts';
import { recordTransitions } from '../support/transitions.ts';
import { openWorld, submittedCase, type World } from '../support/world.ts';
import { wrk } from '../support/wrk.ts';
import { demoOfficerId } from '#modules/identity/index.ts';
import { invariant } from '#kernel/errors/index.ts';

/** An officer's command as the browser sends it, beside the same database work by pgbench. */
export const command: Suite = {
  name: 'command',
  title: 'Commands over HTTP',
  needs: ['pgbench', 'wrk'],
  inTheWay: `The same process delivers what the outbox says while it answers.`,
  method: `An officer's form, taking a task or giving it back, sent to the whole program by \`wrk\` with session, token and a key of its own: parsed, authenticated, checked,
decided, written and answered with a redirect, while the same process delivers what its outbox says. The limit is pgbench doing a transition in the same tables; the program
stands still meanwhile, and what waits in the outbox is thrown away between the rounds.`,
  run: measure,
};

async function* measure({ scale, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres), like = await submittedCase(world), half = Math.floor(scale.cases / 2);
  await breed(world, { from: 0, to: 2 * half, like });
  const transitions = await recordTransitions(world, like), script = stepScript({ first: herdTail(half), last: herdTail(2 * half - 1), transitions });
  const site = await startSite({ DATABASE_URL: world.url, DATABASE_OWNER_URL: world.ownerUrl });
  try {
    const forms = await formsOf(world, site, transitions.task, half);
    for (const clients of [8, 32]) {
      const contest = await race({
        product: async (seconds) => { await forget(world); return forms(clients, seconds); },
        pgbench: async (seconds) => { await forget(world); site.freeze(true); try { return await pgbench(world.url, script, clients, seconds); } finally { site.freeze(false); } },
      }, scale.rounds, scale.roundSeconds);
      yield measured({ name: `command_${clients}_of_pgbench`, value: contest.value('product'), unit: 'per second', limit: contest.value('pgbench'), ratio: contest.ratio('product', 'pgbench'), beside: `pgbench, ${clients} at once`, goal: { of: 'ratio', atLeast: 0.25 } });
    }
  } finally {
    await site.stop();
    await world.close();
  }
}

const forget = (world: World): Promise<unknown> => asOwner(world.ownerUrl, 'delete from kernel.outbox');

// All tasks are taken one after the other, then all are given back, and so on: no two requests under way are about the same one.
async function formsOf({ ownerUrl }: World, site: Site, task: number, cases: number): Promise<(clients: number, seconds: number) => Promise<number>> {
  const cookie = await openSession(ownerUrl, demoOfficerId('ventanilla.gad')), token = await formToken(`${site.url}/escritorio`, cookie);
  let sent = 0;
  return async (clients, seconds) => {
    const lua = `
local sent = ${sent}
function request()
  local n, turn = sent % ${cases}, math.floor(sent / ${cases}) % 2
  sent = sent + 1
  local path = string.format("/escritorio/tramites/00000000-0000-7000-8000-%.0f/tareas/f${task}/%s", ${herdTail(0)} + n, turn == 0 and "toma" or "liberacion")
  return wrk.format("POST", path, { ["X-Forwarded-For"] = address(), ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "${cookie}" }, "_csrf=${token}&llave=llave-" .. sent)
end`;
    const { perSecond, requests, failed } = await wrk({ url: site.url, connections: clients, seconds, lua });
    invariant(failed <= clients, `commands are carried out: ${failed} of ${requests} were not`);
    sent += requests;
    return perSecond;
  };
}
