console.log('restore')
