using System.Net;

namespace Pannier.Mail.Net;

/// <summary>Looks a DNS name up, once for each connection. The system's resolver, unless a test brings its own.</summary>
/// <exception cref="System.Net.Sockets.SocketException">No such name, or no answer.</exception>
public delegate Task<IPAddress[]> ResolveHost(string name, CancellationToken cancellation);
