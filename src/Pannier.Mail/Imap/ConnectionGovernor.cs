using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pannier.Mail.Imap;

/// <summary>
/// Keeps the connections of this node to one host with one login under what that server bears, whoever's they are. One for
/// the whole process. A server's ceiling is learnt: a refusal lowers it, quiet time raises it again, step by step.
/// </summary>
public sealed class ConnectionGovernor(ImapOptions options, TimeProvider time, ILogger<ConnectionGovernor> logger)
{
    private readonly ConcurrentDictionary<LaneKey, Lane> _lanes = new();

    internal Lane LaneOf(ImapLogin login) =>
        _lanes.GetOrAdd(new LaneKey(login.Server.Host, login.UserName), key => new Lane(key.Host, options.Connections, time, logger));

    private sealed record LaneKey(HostName Host, string UserName);
}
