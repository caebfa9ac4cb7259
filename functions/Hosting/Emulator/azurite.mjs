// Runs Azurite for one app: node azurite.mjs <installation> <data folder, or - to keep the data in memory>
// Ctrl-C reaches every process of the terminal, but the app has to finish its writes first. So Azurite ignores it and
// ends, saving its data, when its standard input closes; that happens when the app ends and also when it is killed.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [installation, data] = process.argv.slice(2);
const address = /^Azurite (Blob|Table) service is successfully listening at (\S+)$/;
const endpoints = {};

console.log = (line) => {
  const found = address.exec(line);
  if (!found) return;
  endpoints[found[1].toLowerCase()] = found[2];
  if (endpoints.blob && endpoints.table) process.stdout.write(`${JSON.stringify(endpoints)}\n`);
};

const listen = process.once.bind(process);
process.once = (event, handler) => (event === 'SIGINT' ? process : listen(event, handler));
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});

// Azurite saves and closes on SIGTERM; before it listens for that it has nothing to save.
const end = () => process.emit('SIGTERM') || process.exit(0);
process.stdin.on('end', end).on('error', end).resume();
process.stdout.on('error', () => {});

const where = data === '-' ? ['--inMemoryPersistence'] : ['--location', data];
process.argv = [
  ...[process.execPath, 'azurite', '--silent', '--disableTelemetry', '--skipApiVersionCheck'],
  ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0', ...where],
];
try {
  createRequire(join(installation, 'package.json'))('azurite/dist/src/azurite.js');
} catch (error) {
  process.stderr.write(`${error.message.split('\n')[0]} (delete ${installation} and start again)\n`);
  process.exit(1);
}
