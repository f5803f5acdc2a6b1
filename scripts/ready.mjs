// node scripts/ready.mjs start | test | hearth [arguments]
// Installs and builds what is missing or out of date, then goes on as the program asked for. Needs nothing but Node.
// No static import here: an old Node would fail on their newer syntax before it could be told so.
var version = process.versions.node.split('.').map(Number);
var supported =
  version[0] === 20 ? version[1] >= 19 : version[0] === 22 ? version[1] >= 13 : version[0] >= 24;

if (supported) {
  void import('./ready/run.mjs').then(function (ready) {
    return ready.run(process.argv[2], process.argv.slice(3));
  });
} else {
  process.stderr.write(
    'Hearth needs Node 20.19, 22.13, 24 or newer; this is Node ' + process.versions.node + '.\n',
  );
  process.exitCode = 1;
}
