using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Subscriptions;

/// <summary>A message of the list to leave.</summary>
internal sealed record LeaveInput(MessageKey Key) : IInput<LeaveInput>
{
    public static LeaveInput Read(Fields fields) => new(fields.One("key", MessageKey.Read));
}
