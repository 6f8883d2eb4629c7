// Serves the built console (dist) with the stand-in API and the content policy that the product should send.
// With BACKEND=http://127.0.0.1:8421 the API of a running server answers instead.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi } from './api.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const api = createApi();
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.json': 'application/json' };
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

createServer((request, response) => {
  if (request.url.startsWith('/api/') && process.env.BACKEND) {
    const passed = forward(new URL(request.url, process.env.BACKEND), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
    response.on('close', () => passed.destroy());
    return;
  }
  if (request.url.startsWith('/api/')) {
    api(request, response).catch((e) => {
      process.stderr.write(`${e.stack}\n`);
      response.destroy();
    });
    return;
  }
  const path = join(dist, normalize(new URL(request.url, 'http://localhost').pathname));
  const file = path.startsWith(dist) && existsSync(path) && statSync(path).isFile() ? path : join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
  createReadStream(file).pipe(response);
}).listen(Number(process.env.PORT ?? 8099), '127.0.0.1');
