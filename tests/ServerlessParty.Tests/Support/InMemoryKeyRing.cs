using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ServerlessParty.Tests.Support;

/// <summary>Keys of cookies that are forgotten with the test.</summary>
internal sealed class InMemoryKeyRing : IXmlRepository
{
    private readonly List<XElement> _elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_elements)
        {
            return [.. _elements];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_elements)
        {
            _elements.Add(element);
        }
    }
}
