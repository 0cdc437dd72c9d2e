/// What the reader of a body sees when the connection's guard has ended and answered the request.
struct RequestRefused: Error {}
