using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>A view's form, or where saving it led.</summary>
public abstract record ViewPage
{
    private ViewPage()
    {
    }

    /// <param name="SaveUrl">Where the form goes.</param>
    /// <param name="Remove">Null for a new one.</param>
    /// <param name="Wrong">What must be mended; null for nothing.</param>
    public sealed record Form(LocalUrl SaveUrl, LocalUrl? Remove, Said Heading, ViewFields Typed, IReadOnlyList<ViewChoices> Accounts, Said? Wrong) : ViewPage, ITitled, IUnfinished
    {
        public Said Title => Heading;

        public int Status => Wrong is null ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : ViewPage, INext;
}
