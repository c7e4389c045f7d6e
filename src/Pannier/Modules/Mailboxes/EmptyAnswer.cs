using Pannier.Core;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>What comes of emptying Trash or Junk: a question with the count first, then done.</summary>
public abstract record EmptyAnswer
{
    private EmptyAnswer()
    {
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : EmptyAnswer, INext;

    public sealed record AskSure(Scope List, int Messages) : EmptyAnswer, ITitled
    {
        public Said Title => Said.Of("mailboxes.empty.title", "count", Messages);

        public LocalUrl BackUrl => Modules.Lists.ListUrl.Of(List);
    }
}
