internal import Curl

/// libcurl's handle of all transfers of an engine.
///
/// Sendable: only `wake` may be called from any thread, as libcurl allows; the rest belongs to the engine's thread.
struct MultiHandle: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer

  /// libcurl's process-wide set-up, once; from 7.84 on it is safe beside other threads.
  private static let globalCode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  /// - Throws: ``TransferFailure/engine(code:)`` where memory has run out.
  init(limits: TransferLimits) throws(TransferFailure) {
    guard MultiHandle.globalCode == CURLE_OK, let pointer = curl_multi_init() else {
      throw .engine(code: Int(CURLE_FAILED_INIT.rawValue))
    }
    self.pointer = pointer
    let codes = [
      marrow_curl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, limits.connections),
      marrow_curl_multi_set_long(pointer, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX)),
    ]
    guard codes.allSatisfy({ $0 == CURLM_OK }) else {
      free()
      throw .engine(code: Int(CURLE_FAILED_INIT.rawValue))
    }
  }

  /// Ends the current or the next `poll` at once; from any thread.
  func wake() { curl_multi_wakeup(pointer) }

  /// Waits for something to do, at most so many milliseconds.
  func poll(milliseconds: Int32) { curl_multi_poll(pointer, nil, 0, milliseconds, nil) }

  /// Does all that can be done without waiting. False where libcurl has failed as a whole.
  func perform() -> Bool {
    var running: Int32 = 0
    return curl_multi_perform(pointer, &running) == CURLM_OK
  }

  /// The next transfer that has ended.
  func nextEnded() -> (easy: EasyHandle, code: CURLcode)? {
    var left: Int32 = 0
    while let message = curl_multi_info_read(pointer, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle,
        let easy = EasyHandle.of(easy: pointer)
      else { continue }
      return (easy, message.pointee.data.result)
    }
    return nil
  }

  /// Lets a transfer begin with the next `perform`. False where memory has run out.
  func add(_ easy: EasyHandle) -> Bool { curl_multi_add_handle(pointer, easy.pointer) == CURLM_OK }

  /// Ends a transfer, wherever it is. One that was never added is no error.
  func remove(_ easy: EasyHandle) { curl_multi_remove_handle(pointer, easy.pointer) }

  /// Closes all connections and frees the handle, which must be empty.
  func free() { curl_multi_cleanup(pointer) }
}
