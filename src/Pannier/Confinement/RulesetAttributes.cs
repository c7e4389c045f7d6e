using System.Runtime.InteropServices;

namespace Pannier.Confinement;

/// <summary>What a ruleset takes away unless a rule allows it; older kernels know only the first members.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RulesetAttributes
{
    public ulong Files;
    public ulong Network;
    public ulong Scopes;
}
