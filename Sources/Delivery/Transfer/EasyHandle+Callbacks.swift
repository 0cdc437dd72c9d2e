internal import Curl
import Foundation

// What libcurl calls while a transfer runs, always on the engine's thread, with the handle as the last or first pointer.
extension EasyHandle {
  /// CURLOPT_WRITEFUNCTION: another count than the one offered ends the transfer.
  static let onBody: curl_write_callback = { bytes, size, count, owner in
    let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return EasyHandle.at(owner)?.transfer?.response.receive(body: part) == true ? part.count : 0
  }

  /// CURLOPT_HEADERFUNCTION.
  static let onHeader: curl_write_callback = { bytes, size, count, owner in
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return EasyHandle.at(owner)?.transfer?.response.receive(header: line) == true ? line.count : 0
  }

  /// CURLOPT_OPENSOCKETFUNCTION: sees each address after the look-up, before anything is sent to it.
  static let onOpenSocket: curl_opensocket_callback = { owner, _, address in
    guard let transfer = EasyHandle.at(owner)?.transfer, let address,
      let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr)
    else { return CURL_SOCKET_BAD }
    // The structure is declared with room for an IPv4 address and allocated with room for `addrlen` bytes.
    let bytes = UnsafeRawBufferPointer(
      start: UnsafeRawPointer(address) + offset, count: Int(address.pointee.addrlen))
    guard transfer.admits(IPAddress(socketAddress: bytes)) else { return CURL_SOCKET_BAD }
    let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, kind, address.pointee.protocol)
  }

  /// CURLOPT_PREREQFUNCTION: sees the address of a connection that is used again too, which another destination with
  /// access to private hosts may have opened.
  static let beforeRequest: curl_prereq_callback = { owner, address, _, _, _ in
    guard let transfer = EasyHandle.at(owner)?.transfer, let address else { return CURL_PREREQFUNC_ABORT }
    return transfer.admits(IPAddress(String(cString: address))) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
  }
}
