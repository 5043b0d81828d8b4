import type { PageAssets } from '../../unified/page.js';
import { answerPages } from '../page-thread.js';
import { type BuildOutcome, outcomeOf } from './build-page.js';
import { type BuiltSitePage, buildSitePage, type SiteSettings } from './site-page.js';

/** What a thread is told to build. */
export type BuildTask = SiteTask | PageTask;

/** A page of a site. */
export interface SiteTask {
  path: string;
  settings: SiteSettings;
  /** What this page has and others have not. */
  more?: Partial<PageAssets>;
}

/** A page by itself. */
export interface PageTask {
  path: string;
  assets: PageAssets;
  trust: boolean;
}

export type BuildResult = BuiltSitePage | BuildOutcome;

answerPages(
  async (task: BuildTask): Promise<BuildResult> =>
    'settings' in task
      ? buildSitePage(task.path, task.settings, task.more)
      : outcomeOf(task.path, task.assets, { trust: task.trust }),
);
