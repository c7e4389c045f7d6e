using Pannier.Core;

namespace Pannier.Modules.SignIn.ByLink;

/// <summary>The form of a reset link, or where it led.</summary>
public abstract record ResetPage
{
    private ResetPage()
    {
    }

    public sealed record Form(LocalUrl PostUrl, string Name, Said? Wrong) : ResetPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("reset.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : ResetPage, INext;
}
