import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/**
 * Components position themselves with style attributes (tables, popovers, charts), which a policy can only allow with
 * 'unsafe-inline'; scripts have no such exception: the one inline script in app.html carries the nonce of its response.
 */
const contentSecurityPolicy = {
  mode: 'nonce' as const,
  directives: {
    'default-src': ['self' as const],
    'script-src': ['self' as const],
    'style-src': ['self' as const, 'unsafe-inline' as const],
    'img-src': ['self' as const, 'data:' as const],
    'font-src': ['self' as const, 'data:' as const],
    'connect-src': ['self' as const],
    'object-src': ['none' as const],
    'base-uri': ['self' as const],
    'form-action': ['self' as const],
    'frame-ancestors': ['none' as const],
  },
};

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      csp: contentSecurityPolicy,
      // Libraries with legacy syntax fail to compile in runes mode; our own files must use it.
      dynamicCompileOptions: ({ filename }) =>
        filename.includes('node_modules') ? undefined : { runes: true },
    }),
  ],
});
