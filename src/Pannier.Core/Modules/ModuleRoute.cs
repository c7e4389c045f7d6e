using Microsoft.AspNetCore.Http;
using Pannier.Core.Http;
using Pannier.Core.Sessions;

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
    Attention Attention = Attention.Used);
