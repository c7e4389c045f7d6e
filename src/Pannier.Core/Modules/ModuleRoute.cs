using Microsoft.AspNetCore.Http;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Core.Modules;

/// <summary>One route: what it is reached by, what it accepts, who may, and what answers.</summary>
/// <param name="Surface">Its fields and their types, in the order they are read.</param>
/// <param name="Level">How far one must be signed in.</param>
/// <param name="Attention">Whether asking for it counts as use of the session.</param>
public sealed record ModuleRoute(
    string Module,
    string Method,
    string Path,
    string Surface,
    SignInLevel Level,
    AnswerClass Answer,
    RequestDelegate Chain,
    Attention Attention = Attention.Used)
{
    /// <summary>Whether a provider sends the browser here, with what is nobody else's business in the address.</summary>
    public bool IsCallBack => Surface.EndsWith("*: ignored", StringComparison.Ordinal);

    /// <summary>Who may, of those who are signed in far enough.</summary>
    public Role Role { get; init; } = Role.Member;

    /// <summary>Names of fields that hold secrets.</summary>
    public IReadOnlySet<string> Secrets { get; } = Surface.Split(", ").Select(field => field.Split(": ")).Where(field => field is [_, "Secret" or "Secret?"]).Select(field => field[0]).ToHashSet(StringComparer.Ordinal);
}
