// Stands in for a package manager: runs its arguments through a shell that stays between, and passes no signal on.
import { spawn } from 'node:child_process';

const command = process.argv.slice(2).map((word) => `'${word}'`).join(' ');
spawn('sh', ['-c', `${command}; exit $?`], { stdio: 'inherit' });
