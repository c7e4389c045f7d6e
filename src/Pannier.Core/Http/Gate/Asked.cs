using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Core.Http.Gate;

/// <summary>What the gate needs to know of the route asked for. A path without a route is asked as a page of level Full.</summary>
internal sealed record Asked(SignInLevel Level, AnswerClass Answer, Attention Attention = Attention.Used)
{
    /// <summary>Whether the address holds what must not be written into another one.</summary>
    public bool IsCallBack { get; init; }

    /// <summary>Who may, of those who are signed in far enough.</summary>
    public Role Role { get; init; } = Role.Member;

    /// <summary>Names of fields that hold secrets.</summary>
    public IReadOnlySet<string> Secrets { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    public static Asked Unknown { get; } = new(SignInLevel.Full, AnswerClass.Page);
}
