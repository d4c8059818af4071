export { BROWSER_FLAGS, findBrowser, installedBrowser } from './browser.ts';
export { freePort } from './free-port.ts';
export { chosenRooms, rooms, testFiles, type Room } from './rooms.ts';
export { throwAwayPostgres, type ThrowAwayPostgres } from './test/postgres.ts';
export { wtrConfig } from './wtr.ts';
