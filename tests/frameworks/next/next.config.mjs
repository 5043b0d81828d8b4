export default { basePath: '/frameworks/next', distDir: 'dist' };
