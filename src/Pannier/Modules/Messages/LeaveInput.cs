using Pannier.Core.Http;

namespace Pannier.Modules.Messages;

/// <summary>Where a link leads, and our signature.</summary>
internal sealed record LeaveInput(string To, string By) : IInput<LeaveInput>
{
    public static LeaveInput Read(Fields fields) => new(
        fields.One("to", text => text.Length <= 4_000 ? text : null),
        fields.One("by", text => text.Length <= 100 ? text : null));
}
