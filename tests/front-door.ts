// What stands in front of several processes: passes each request to the next of them in turn, as nginx does it.
import { type ClientRequest, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

export type FrontDoor = {
  address: string;
  /** The ports behind it, in turn; one at which nobody listens is passed over. */
  ports: number[];
  /** How many answers came from each. */
  answered: Map<number, number>;
  close: () => void;
};

export async function openFrontDoor(port: number): Promise<FrontDoor> {
  const door: FrontDoor = {
    address: `http://localhost:${port}`,
    ports: [],
    answered: new Map(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  let turn = 0;
  const server = createServer(async (asked, answer) => {
    const body = await bodyOf(asked);
    const order = door.ports.map((_, index) => door.ports[(turn + index) % door.ports.length] as number);
    turn += 1;
    passOn({ door, asked, body, answer }, order);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, resolve));
  return door;
}

type Passing = { door: FrontDoor; asked: IncomingMessage; body: Buffer; answer: ServerResponse };

function passOn(passing: Passing, [port, ...others]: number[]): void {
  const { door, asked, body, answer } = passing;
  if (port === undefined) return void answer.writeHead(502).end();
  const { url: path, method, headers } = asked;
  const passed: ClientRequest = request({ port, host: "localhost", path, method, headers, agent: false }, (came) => {
    door.answered.set(port, (door.answered.get(port) ?? 0) + 1);
    answer.writeHead(came.statusCode ?? 502, came.headers);
    came.pipe(answer);
    came.on("error", () => answer.destroy());
  });
  passed.on("error", (error: NodeJS.ErrnoException) => {
    // Nobody took it, so another may; what somebody took may have been done.
    if (error.code === "ECONNREFUSED") passOn(passing, others);
    else answer.destroy();
  });
  answer.on("close", () => passed.destroy());
  passed.end(body);
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
