// Puts a question to the daemon and says in plain words what went wrong.

const patience = 20_000;

/** Bytes that the daemon takes for one question. */
export const questionLimit = 8192;

/** Why there is no answer, in words for the person who asked. */
export class Trouble extends Error {
  /**
   * @param {string} message what happened and what to do
   * @param {{again?: boolean, wait?: number}} [options] again: the same question may do later; wait: seconds until then
   */
  constructor(message, { again = true, wait = 0 } = {}) {
    super(message);
    this.again = again;
    this.wait = wait;
  }
}

/** Bytes of a text as UTF-8. */
export function bytes(text) {
  return new TextEncoder().encode(text).length;
}

/** What to say of a question that is too long; null where it is not. */
export function tooLong(text) {
  const size = text.length > questionLimit ? text.length : bytes(text);
  if (size <= questionLimit) return null;
  return new Trouble(
    `This question is too long: it has about ${size.toLocaleString("en")} characters, and there is room for about 8,000. ` +
      "Please shorten it. One question in a sentence or two works best.",
    { again: false });
}

/**
 * The answer to a question.
 * @returns {Promise<object>} the record of POST /v1/ask
 * @throws {Trouble}
 */
export async function ask(question, conversation) {
  const long = tooLong(question);
  if (long) throw long;
  let response;
  try {
    response = await fetch("/v1/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(conversation ? { question, conversation } : { question }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return await response.json();
  } catch (error) {
    if (error?.name === "TimeoutError") throw new Trouble("The answer is taking too long. Your question is still in the box.");
    throw new Trouble("Marrow cannot be reached just now. Check your connection. Your question is still in the box.");
  }
  throw refusal(response);
}

function refusal(response) {
  const wait = Number.parseInt(response.headers.get("Retry-After") ?? "", 10) || 0;
  switch (response.status) {
    case 413:
      return new Trouble("This question is too long. Please shorten it.", { again: false });
    case 429:
      return new Trouble(`Too many questions came at once. Please try again ${later(wait)}.`, { wait });
    case 503:
      return new Trouble(`Marrow is busy or still starting. Please try again ${later(wait)}.`, { wait });
    default:
      return new Trouble("Something went wrong on our side. Your question is still in the box.");
  }
}

function later(seconds) {
  if (seconds > 90) return `in ${Math.ceil(seconds / 60)} minutes`;
  return seconds > 1 ? `in ${seconds} seconds` : "in a moment";
}
