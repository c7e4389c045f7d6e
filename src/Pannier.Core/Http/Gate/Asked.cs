using Pannier.Core.Sessions;

namespace Pannier.Core.Http.Gate;

/// <summary>What the gate needs to know of the route asked for. A path without a route is asked as a page of level Full.</summary>
internal sealed record Asked(SignInLevel Level, AnswerClass Answer, Attention Attention = Attention.Used)
{
    public static Asked Unknown { get; } = new(SignInLevel.Full, AnswerClass.Page);
}
