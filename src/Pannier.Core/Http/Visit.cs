using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Core.Http;

/// <summary>What this request, or this run of a job, knows of the person it works for. Filled by the gate, once.</summary>
public sealed class Visit
{
    /// <summary>Null for a visitor who is not signed in.</summary>
    public LiveSession? Session { get; internal set; }

    /// <summary>A session whose cookie came from what looks like another browser; it gives this request no rights. Null when there is none.</summary>
    public LiveSession? Doubted { get; internal set; }

    /// <summary>Whom the trusted proxy names in this request (<c>SignIn:Backend</c> Proxy); null when it names nobody, or there is none.</summary>
    public SignInName? NamedByProxy { get; internal set; }

    public SignInLevel Level => Session?.Level ?? SignInLevel.Anonymous;

    /// <summary>The sign-in name; empty for a visitor.</summary>
    public string Name => Session?.Name ?? "";

    /// <summary>The live session of a route that asks for one.</summary>
    /// <exception cref="InvalidOperationException">There is none: a bug, since the gate let it by.</exception>
    public LiveSession Required => Session ?? throw new InvalidOperationException("no session here");
}
