import { study } from 'study';

export default function (config) {
  config.addGlobalData('study', study);
  config.addPassthroughCopy({
    '../node_modules/deepdive-elements/dist/deepdive.css': 'deepdive.css',
    '../node_modules/deepdive-elements/dist/cdn': 'deepdive',
    '../study/*.js': 'study',
  });
  return { dir: { output: 'dist' } };
}
