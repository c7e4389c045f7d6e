using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>One act that takes back another, or part of it.</summary>
internal sealed record UndoStep(MailAction Action, IReadOnlyList<MessageKey> Keys);
