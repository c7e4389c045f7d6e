using Pannier.Core;

namespace Pannier.Modules.Accounts;

/// <summary>What came of testing an account.</summary>
public abstract record TestAnswer
{
    private TestAnswer()
    {
    }

    public sealed record Fine(LocalUrl Next, Said? Notice) : TestAnswer, INext;

    /// <param name="Failures">Server by server.</param>
    public sealed record Failed(string Name, IReadOnlyList<Said> Failures, LocalUrl EditUrl, LocalUrl TestUrl) : TestAnswer, ITitled
    {
        public Said Title => Said.Of("accounts.test.failed", "name", Name);
    }
}
