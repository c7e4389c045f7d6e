using System.Globalization;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Lists;

/// <summary>The style sheet's class for an account's colour.</summary>
public static class AccountMark
{
    public static string Of(AccountColour colour) => string.Create(CultureInfo.InvariantCulture, $"mark-{(int)colour + 1}");
}
