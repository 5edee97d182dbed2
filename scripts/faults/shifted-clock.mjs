// Loaded into each of the app's processes: the signal SIGUSR2 sets its clock back by an hour, and the next one sets it right.
const RealDate = Date;
let shift = 0;

process.on("SIGUSR2", () => {
  shift = shift === 0 ? -3_600_000 : 0;
});

const now = () => RealDate.now() + shift;
globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
