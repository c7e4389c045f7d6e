using Pannier.Core;
using Pannier.Mail;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>All headers of a message as they stand.</summary>
public sealed record HeadersPage(MessageKey Key, ListSpec? List, string Subject, IReadOnlyList<HeaderField> Headers) : ITitled
{
    public Said Title => Said.Of("messages.headers-of", "subject", Subject);

    public LocalUrl MessageUrl => Lists.MessageUrl.Of(Key, List);
}
