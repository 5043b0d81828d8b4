import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';

const workflows = globSync('.github/workflows/*.yml').map((path) => {
  const text = readFileSync(path, 'utf8');
  return { path, text, ...parse(text) };
});
const jobs = workflows.flatMap(({ path, jobs }) =>
  Object.entries(jobs).map(([id, job]) => ({ id: `${path}: ${id}`, ...job })),
);
const stepsOf = ({ steps = [] }) => steps;
const writes = ({ permissions }) => Object.values(permissions).includes('write');
const release = parse(readFileSync('.github/workflows/release.yml', 'utf8')).jobs;

describe('the workflows', () => {
  it('pin every action by its commit, and name the version', () => {
    for (const { path, text } of workflows) {
      const uses = text.split('\n').filter((line) => /\buses:/.test(line) && !/uses: \.\//.test(line));
      assert.ok(uses.length, path);
      for (const line of uses) assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, path);
    }
  });

  it('give rights to single jobs, a time limit to each, and credentials to no checkout', () => {
    for (const { path, permissions } of workflows) assert.deepEqual(permissions, {}, path);
    for (const job of jobs) {
      assert.ok(job.permissions, job.id);
      assert.ok(job.uses || job['timeout-minutes'], job.id);
      for (const { uses = '', with: inputs } of stepsOf(job)) {
        if (uses.startsWith('actions/checkout@')) assert.equal(inputs['persist-credentials'], false, job.id);
      }
    }
  });

  it('run every step of .ci/run once, each in a job', () => {
    const steps = [...readFileSync('.ci/run', 'utf8').matchAll(/^run_(\w+)\(\)/gm)].map(([, name]) => name);
    const { strategy, steps: jobSteps } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')).jobs.ci;
    assert.equal(jobSteps.at(-1).run, '.ci/run $STEPS');
    assert.deepEqual(strategy.matrix.steps.flatMap((words) => words.split(' ')).sort(), steps.sort());
  });

  it('write nothing from outside into a script', () => {
    for (const job of jobs) for (const { run = '' } of stepsOf(job)) assert.doesNotMatch(run, /\$\{\{/, job.id);
    for (const { path, on } of workflows) {
      assert.deepEqual(
        Object.keys(on).filter((name) => /^(pull_request_target|workflow_run|issue)/.test(name)),
        [],
        path,
      );
    }
  });

  it('build without rights to write, and without install scripts', () => {
    assert.deepEqual(release.build.permissions, { contents: 'read' });
    for (const job of Object.values(release)) {
      for (const { run = '' } of stepsOf(job)) if (/npm ci/.test(run)) assert.match(run, /npm ci --ignore-scripts/);
    }
  });

  it('publish what was built, in an environment, and run nothing of the repository there', () => {
    const { permissions, environment, steps } = release.publish;
    assert.deepEqual(permissions, { 'id-token': 'write' });
    assert.equal(environment, 'npm');
    assert.deepEqual(
      steps.map(({ uses, name }) => uses?.replace(/@.*/, '') ?? name),
      ['actions/setup-node', 'actions/download-artifact', 'Publish what was built'],
    );
    assert.match(
      steps.at(-1).run,
      /^echo "\$DIGEST {2}\$FILE" \| sha256sum --check --strict\nnpm publish .*--ignore-scripts$/m,
    );
  });

  it('push one tag, from a job that does nothing else', () => {
    const others = Object.entries(release).filter(([, job]) => writes(job) && job.permissions.contents === 'write');
    assert.deepEqual(
      others.map(([id]) => id),
      ['version', 'tag'],
    );
    assert.equal(release.tag.steps.length, 1);
    assert.match(release.tag.steps[0].run, /git\/refs" -f "ref=refs\/tags\/\$TAG"/);
  });
});
