import { writeReadmeApis } from './readme-api.ts';
import { root } from './root.ts';

await writeReadmeApis(root);
