using Pannier.Core.Http;

namespace Pannier.Modules.Promises;

/// <param name="Tab">Null for the first.</param>
internal sealed record TabInput(PromiseTab? Tab) : IInput<TabInput>
{
    public static TabInput Read(Fields fields) => new(fields.Maybe("tab", Choice.Read<PromiseTab>));
}
