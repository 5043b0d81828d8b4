import { buildSitePage, type SiteSettings } from './site-page.js';

/** What a thread does: builds one page of a site. */
export default ({ path, settings }: { path: string; settings: SiteSettings }) => buildSitePage(path, settings);
