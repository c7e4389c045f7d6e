using Pannier.Core;

namespace Pannier.Modules.SignIn;

/// <summary>The code is asked for, or was right.</summary>
public abstract record AskPage
{
    private AskPage()
    {
    }

    public sealed record Form(string Name, LocalUrl? NextUrl, Said? Wrong) : AskPage, ITitled, IUnfinished
    {
        public bool HasToWait { get; init; }

        public Said Title => Said.Of("factors.ask.title");

        public int Status => HasToWait ? 429 : Wrong is null ? 200 : 401;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : AskPage, INext;
}
