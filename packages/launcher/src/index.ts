export { ConfigError } from './config/config-error.ts';
export { type Config, defaults, readConfig } from './config/config.ts';
export { type ProductLog, processLog } from './log.ts';
export { portalFiles } from './portal-files.ts';
export { type Product, startProduct, type Surroundings } from './product.ts';
