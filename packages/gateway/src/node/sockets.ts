import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Knows which connections have an answer under way. Node's own
 * `closeIdleConnections` leaves those that never asked anything, and browsers
 * open such ones ahead of need.
 */
export function watchSockets(server: Server): { closeUnused: () => void } {
  const running = new Map<Socket, number>();
  const count = (socket: Socket, more: 1 | -1) => {
    const before = running.get(socket);
    if (before !== undefined) running.set(socket, before + more);
  };
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0);
    socket.once('close', () => running.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    closeUnused: () => {
      for (const [socket, answers] of running) if (answers === 0) socket.destroy();
    },
  };
}
