// Where the server of the browser tests keeps its data.
import { required } from "./required";

export const dataDirectory = required(process.env.TEST_DATA_DIR, "TEST_DATA_DIR");
